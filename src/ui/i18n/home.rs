//! The list of assessments, and the first visit.

super::words! {
    title: "点検一覧", "Assessments";
    first_title: "クラウド・IoTサービスの自己点検", "Self-assessment of cloud and IoT services";
    first_lead: "総務省「クラウドサービス提供における情報セキュリティ対策ガイドライン（第2版）」の方法で、サービスの成り立ちから注意すべきIoTリスクを洗い出し、取るべき対応策と具体的なアクションを導きます。", "Following the method of the Japanese communications ministry's guideline for cloud services (2nd edition), it finds the IoT risks that follow from how your service is made up, and derives the countermeasures and concrete actions to take.";
    first_private: "入力した内容はこの端末の中だけにあり、どこにも送信されません。", "What you enter stays on this device. Nothing is sent anywhere.";
    new: "新しい点検", "New assessment";
    new_hint: "サービスの名前を付けて始めます。あとで変えられます。", "Give the service a name to begin. It can be changed later.";
    new_name: "点検の名前", "Name of the assessment";
    new_placeholder: "例: 工場遠隔監視サービス 2026年度", "e.g. Factory monitoring service, 2026";
    new_default: "新しい点検", "New assessment";
    create: "点検を始める", "Start";
    open_hint: "受け取った .tenken.json を開きます。画面のどこに置いても開けます。", "Open a .tenken.json that you received. You can also drop it anywhere on the screen.";
    cases_hint: "五つのサービスの記入例です。そのまま点検として開けます。", "Five services, filled in. Each opens as an assessment.";
    see_cases: "事例を見る", "See worked cases";
    see_catalog: "カタログを見る", "See the catalogue";
    col_name: "名前", "Name";
    col_progress: "進み具合", "Progress";
    col_changed: "最後の変更", "Last change";
    col_file: "ファイル保存", "Saved to file";
    col_actions: "操作", "Actions";
    rename: "名前を変える", "Rename";
    rename_of: "名前を変える: {}", "Rename: {}";
    rename_label: "新しい名前", "New name";
    duplicate: "複製", "Duplicate";
    duplicate_of: "複製: {}", "Duplicate: {}";
    duplicate_name: "{} の複製", "Copy of {}";
    delete_of: "削除: {}", "Delete: {}";
    save_of: "ファイルに保存: {}", "Save to file: {}";
    bin: "ごみ箱（{}）", "Bin ({})";
    bin_hint: "ここにあるものはいつでも戻せます。", "Everything here can be brought back at any time.";
    restore: "戻す", "Restore";
    restore_of: "戻す: {}", "Restore: {}";
    forget: "完全に消す", "Delete for ever";
    forget_of: "完全に消す: {}", "Delete for ever: {}";
    forget_sure: "「{}」を完全に消します。元には戻せません。よろしいですか。", "“{}” will be deleted for ever. This cannot be undone. Go on?";
    never: "まだ", "never";
    unreadable: "読めない記録", "Records that cannot be read";
    unreadable_hint: "この端末に残っていますが、読み込めない記録です。そのままにしてあります。中身を保存してから消せます。", "These are kept on this device but cannot be read. They are left as they are. Save their content before you delete them.";
    unreadable_save: "中身を保存", "Save the content";
}
