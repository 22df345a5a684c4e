use std::path::Path;

use crate::report::workspace::office::ContactKind;

use super::*;

fn parse(text: &str) -> (Option<Workspace>, Vec<Diagnostic>) {
    parse_workspace(Path::new("nashra.toml"), text)
}

#[test]
fn an_almost_empty_file_gives_the_defaults() {
    let (workspace, diagnostics) = parse("schema = 1\n");
    assert_eq!(diagnostics, Vec::new());
    let Some(workspace) = workspace else { panic!("no workspace") };
    assert_eq!(workspace.digits, Digits::Arab);
    assert!(workspace.hijri && workspace.office.is_none());
    assert_eq!(workspace.folders.output, "out");
    assert_eq!(workspace.editions.flyer.paper, Paper::A5);
}

#[test]
fn every_setting_is_read() {
    let text = r##"
schema = 1
language = "en"
digits = "latn"
calendars = ["gregorian"]
hijri_offset = -1
[office]
name = "المكتب الإعلامي"
parents = ["جمهورية العراق", "محافظة البصرة"]
logo = "assets/mark.svg"
logo_alt = "شعار المكتب"
[office.second]
language = "ku"
name = "Media Office"
parents = ["Republic of Iraq"]
[office.contacts]
social = "@basra_media"
phone = ["+964 770 000 0000", "٠٧٧٠ ١٢٣ ٤٥٦٧"]
email = "media@example.iq"
website = "https://example.iq"
address = "البصرة، العشار"
[signature]
name = "علي"
seal = 35
[theme]
accent = "#0B5563"
display_font = "Reem Kufi"
[editions.bulletin]
enabled = false
paper = "a5"
template = "my-bulletin"
[folders]
output = "done/"
[verification]
url = "https://example.iq/verify/{code}"
[printer]
uri = "ipp://192.0.2.10/ipp/print"
duplex = false
[checks]
off = ["NA007", "na001"]
"##;
    let (workspace, diagnostics) = parse(text);
    assert_eq!(diagnostics, Vec::new());
    let Some(workspace) = workspace else { panic!("no workspace") };
    assert_eq!(workspace.signature.as_ref().map(|signature| signature.seal), Some(35));
    assert_eq!((workspace.language, workspace.digits, workspace.hijri_offset), (Lang::En, Digits::Latn, -1));
    assert!(!workspace.hijri && !workspace.editions.bulletin.enabled);
    assert_eq!(workspace.theme.accent, "#0b5563");
    assert_eq!(workspace.theme.display_font.family, "Reem Kufi");
    assert!(workspace.theme.display_font.set.is_some() && workspace.theme.text_font.set.is_none());
    assert_eq!(workspace.folders.output, "done");
    assert_eq!(workspace.checks.off.len(), 2);
    assert_eq!(workspace.printer.uri.map(|uri| uri.value).as_deref(), Some("ipp://192.0.2.10/ipp/print"));
    assert!(!workspace.printer.duplex);
    let Some(office) = workspace.office else { panic!("no office") };
    let contacts: Vec<_> = office.contacts.iter().map(|contact| (contact.kind, contact.url())).collect();
    assert_eq!(contacts[0], (ContactKind::Phone, Some("tel:+9647700000000".into())));
    assert_eq!(contacts[1], (ContactKind::Phone, Some("tel:07701234567".into())));
    assert_eq!(contacts[2], (ContactKind::Email, Some("mailto:media@example.iq".into())));
    assert_eq!(contacts[5], (ContactKind::Social, None));
}

#[test]
fn what_is_no_printers_address_is_told_at_its_place() {
    let (workspace, diagnostics) = parse("schema = 1\n[printer]\nuri = \"192.0.2.10\"\n");
    assert!(workspace.is_none());
    let [problem] = &diagnostics[..] else { panic!("{diagnostics:?}") };
    assert_eq!((problem.code(), problem.field.as_str()), ("printer-address", "printer.uri"));
    assert_eq!(problem.place.as_ref().map(|place| place.line), Some(3));
}
