//! What is said of protected files, each text in one line.

crate::core::language::texts! {
    protect_title: "保護して保存", "Save protected";
    protect_hint: "パスフレーズを入れるか、署名するか、両方を選びます。パスフレーズを忘れると、誰にも開けません。", "Enter a passphrase, sign, or both. If the passphrase is forgotten, nobody can open the file.";
    passphrase: "パスフレーズ", "Passphrase";
    again: "パスフレーズをもう一度", "The passphrase once more";
    sign: "署名する", "Sign";
    save: "保護して保存する", "Save protected";
    save_key: "署名の鍵をファイルに保存", "Save the signing key to a file";
    differ: "二つのパスフレーズが違います。", "The two passphrases differ.";
    nothing_chosen: "パスフレーズを入れるか、「署名する」を選んでください。", "Enter a passphrase or choose “Sign”.";
    open_title: "保護されたファイル", "Protected file";
    file: "ファイル: {}", "File: {}";
    open: "開く", "Open";
    open_remembering: "署名者を覚えて開く", "Open and remember the signer";
    use_key: "この鍵を使う", "Use this key";
    empty: "中身のないファイルです。", "There is nothing in the file.";
    holds: "「{}」が入っています。{}", "It holds “{}”. {}";
    not_signed: "署名はありません。誰が作ったかは、このファイルからは分かりません。", "It is not signed: the file does not tell who made it.";
    signed_here: "このブラウザーの鍵による、あなたの署名があります。署名のあとに変わっていません。", "It has your signature, by the key of this browser, and has not changed since.";
    signed_by_known: "前に覚えた署名者の署名があり、署名のあとに変わっていません。フィンガープリント: {}", "It is signed by a signer remembered here, and has not changed since. Fingerprint: {}";
    signed_by_unknown: "署名がありますが、このブラウザーの知らない鍵です。名乗るとおりの人かどうかは、フィンガープリントを電話などで本人に読み上げてもらって確かめてください。フィンガープリント: {}", "It is signed, by a key unknown to this browser. To know whose it is, have the signer read the fingerprint to you, by telephone for example. Fingerprint: {}";
    is_key: "署名の鍵です。フィンガープリント: {}。この鍵を使うと、いまこのブラウザーにある署名の鍵と入れ替わります。", "This is a key for signing. Fingerprint: {}. Used, it takes the place of the key that this browser has now.";
    own_key: "あなたの署名のフィンガープリント: {}。受け取る人に電話などで伝えると、あなたの署名だと確かめられます。鍵はこのブラウザーにだけあります。ファイルにも保存しておけば、別の端末でそのファイルを開いて同じ鍵を使えます。そのファイルを持つ人は、あなたとして署名できます。", "The fingerprint of your signature: {}. Read it to those who get the file, and they know that it is yours. The key is in this browser alone. Save it to a file too: opened on another device, that file brings the key there. Whoever has it can sign as you.";
    strength_0: "強さ: とても弱い。すぐに破られます。関係のない言葉を四つ以上つなげてください。", "Strength: very weak, found at once. Join four or more words that have nothing to do with each other.";
    strength_1: "強さ: 弱い。一台のパソコンで破られます。関係のない言葉をもっとつなげてください。", "Strength: weak, found by one computer. Add more words that have nothing to do with each other.";
    strength_2: "強さ: ふつう。長くしまっておくファイルには足りません。言葉をもう一つ足してください。", "Strength: fair, too little for a file that is kept for long. Add another word.";
    strength_3: "強さ: 強い。", "Strength: strong.";
    strength_4: "強さ: とても強い。", "Strength: very strong.";
    too_large: "大きすぎて、保護したファイルとしては扱えません（上限 64 MB）。", "It is too large for a protected file (at most 64 MB).";
    not_ours: "保護したファイルでも、署名の鍵でもありません。", "It is neither a protected file nor a key for signing.";
    newer: "このツールより新しい版で作られたファイルです（形式 {}、ここで読めるのは {} まで）。ツールを新しくしてください。", "It was made by a newer version (form {}; up to {} can be read here). Please update this tool.";
    truncated: "ファイルが途中で切れています。もう一度受け取るか、コピーし直してください。", "The file is cut off. Get it again, or copy it anew.";
    changed: "このファイルは作られたあとに変わっています。壊れたか、書き換えられました。開けません。もう一度受け取ってください。", "This file has changed since it was made: it is damaged, or somebody altered it. It is not opened. Please get it again.";
    form: "保護したファイルの形になっていません（{}）。", "It does not have the form of a protected file ({}).";
    cost: "開くのに決まりより多くのメモリーか時間を求めるファイルです（{} MiB、{} 回）。開きません。", "The file asks for more memory or time than is allowed ({} MiB, {} passes). It is not opened.";
    passphrase_needed: "パスフレーズを入れてください。", "Please enter the passphrase.";
    wrong_passphrase: "パスフレーズが違います。大文字と小文字、空白を確かめて、もう一度入れてください。", "This is not the passphrase. Check capitals and spaces, and try again.";
    bad_signature: "署名が合いません。署名のあとに書き換えられたか、別の人の署名です。開きません。", "The signature does not fit: the file was altered after it was signed, or the signature is of something else. It is not opened.";
}
