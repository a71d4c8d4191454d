//! The whole story in a real browser, found by what a person sees: names and roles, never CSS classes.

mod a11y;
mod browser;
mod catalog;
mod failure;
mod frames;
mod import;
mod model;
mod network;
mod pages;
mod place;
mod storage;
mod story;
mod tabs;
