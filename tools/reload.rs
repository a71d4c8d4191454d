//! The script by which `trunk serve` has an open page load itself anew after a build.

use crate::{
    Result,
    html::{self, Element},
};

/// What Trunk replaces when it serves the page, quotes and all. The policy's hash would not hold any more.
const ADDRESS: &str = "'{{__TRUNK_ADDRESS__}}'";
const BASE: &str = "'{{__TRUNK_WS_BASE__}}'";

/// What makes a picture beside the words of a build that failed. The policy lets no text become markup.
const PICTURE: &str = "icon.innerHTML";

/// The page without it: what is published asks nobody.
pub fn remove(page: &str) -> Result<String> {
    let edits = html::elements(page)?.into_iter().filter(is_reload).map(|e| (e.range, String::new()));
    Ok(html::edit(page, edits.collect()))
}

/// The page with a script that finds out by itself what Trunk would put in. Where there is none, it stays as it is.
pub fn fix(page: &str) -> Result<String> {
    let edits = html::elements(page)?.into_iter().filter(is_reload).map(|e| {
        let script = page[e.range.clone()].replace(ADDRESS, "location.host").replace(BASE, "'/'");
        (e.range, script.replace(PICTURE, "icon.title"))
    });
    Ok(html::edit(page, edits.collect()))
}

fn is_reload(element: &Element<'_>) -> bool {
    element.name == "script" && element.text.contains(ADDRESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "<p><script>const a = '{{__TRUNK_ADDRESS__}}', b = '{{__TRUNK_WS_BASE__}}';</script><script>1</script>";

    #[test]
    fn what_is_published_does_not_have_it() {
        assert_eq!(remove(PAGE).unwrap(), "<p><script>1</script>");
    }

    #[test]
    fn what_is_served_is_what_was_hashed() {
        let page = fix(PAGE).unwrap();
        assert_eq!(page, "<p><script>const a = location.host, b = '/';</script><script>1</script>");
        assert_eq!(fix(&page).unwrap(), page);
    }
}
