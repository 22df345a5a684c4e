//! Black text that is printed over what is below it: where it is left out of the other plates, the
//! least shift between them shows white edges.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::resources;

/// The names of the two graphics states in a page's resources.
const OVER: &str = "nashraOver";
const KNOCK_OUT: &str = "nashraOut";

/// Lets black text overprint, on pages and in drawings inside them.
pub(super) fn black_text(document: &mut Document) -> Result<(), lopdf::Error> {
    let over = document.add_object(state(true));
    let out = document.add_object(state(false));
    let states = [(OVER, over), (KNOCK_OUT, out)];
    let pages: Vec<ObjectId> = document.page_iter().collect();
    for id in pages {
        let Some(changed) = changed(&document.get_page_content(id))? else { continue };
        let content = document.add_object(resources::compressed(Dictionary::new(), changed));
        document.get_dictionary_mut(id)?.set("Contents", content);
        resources::add(document, id, "ExtGState", &states)?;
    }
    for id in resources::drawings(document) {
        let stream = document.get_object(id)?.as_stream()?;
        let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        let Some(changed) = changed(&bytes)? else { continue };
        let mut dict = stream.dict.clone();
        dict.remove(b"Filter");
        document.set_object(id, resources::compressed(dict, changed));
        resources::add(document, id, "ExtGState", &states)?;
    }
    Ok(())
}

/// A graphics state in which ink is added to what is below, or takes its place.
fn state(over: bool) -> Dictionary {
    dictionary! { "Type" => "ExtGState", "OP" => over, "op" => over, "OPM" => i64::from(over) }
}

/// The content with overprinting switched on before black text and off before all else; none if
/// there is no black text.
fn changed(content: &[u8]) -> Result<Option<Vec<u8>>, lopdf::Error> {
    let content = Content::decode(content)?;
    let mut operations = Vec::with_capacity(content.operations.len() + 16);
    let mut state = InkState::default();
    let mut saved = Vec::new();
    let mut found = false;
    for operation in content.operations {
        match operation.operator.as_str() {
            "q" => saved.push(state),
            "Q" => state = saved.pop().unwrap_or_default(),
            "k" => state.is_black = is_black(&operation.operands),
            "g" | "rg" | "cs" | "sc" | "scn" => state.is_black = false,
            paint => {
                let over = match paint {
                    "Tj" | "TJ" | "'" | "\"" => Some(state.is_black),
                    // A path begins: inside it no state may change.
                    "m" | "re" | "Do" | "sh" | "BI" => Some(false),
                    _ => None,
                };
                if let Some(over) = over
                    && over != state.overprints
                {
                    let name = if over { OVER } else { KNOCK_OUT };
                    operations.push(Operation::new("gs", vec![name.into()]));
                    state.overprints = over;
                    found = true;
                }
            }
        }
        operations.push(operation);
    }
    if found { Content { operations }.encode().map(Some) } else { Ok(None) }
}

#[derive(Clone, Copy, Default)]
struct InkState {
    /// True while areas are filled with black ink alone.
    is_black: bool,
    overprints: bool,
}

fn is_black(inks: &[Object]) -> bool {
    let [c, m, y, k] = inks else { return false };
    let is = |ink: &Object, value: f32| ink.as_float().is_ok_and(|ink| (ink - value).abs() < 1e-4);
    is(c, 0.0) && is(m, 0.0) && is(y, 0.0) && is(k, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states(content: &str) -> Option<String> {
        let changed = changed(content.as_bytes()).unwrap()?;
        let operations = Content::decode(&changed).unwrap().operations;
        let short = |operation: Operation| match (operation.operator.as_str(), operation.operands.first()) {
            ("gs", Some(Object::Name(name))) if name == OVER.as_bytes() => "over".to_owned(),
            ("gs", _) => "out".to_owned(),
            (other, _) => other.to_owned(),
        };
        Some(operations.into_iter().map(short).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn black_text_alone_overprints() {
        let page = "0 0 0 1 k BT (a) Tj ET 0 0 0 0 k BT (b) Tj ET 0 0 0 1 k 0 0 9 9 re f";
        assert_eq!(states(page).unwrap(), "k BT over Tj ET k BT out Tj ET k re f");
        assert_eq!(states("0.5 0 0 1 k BT (a) Tj ET"), None);
        assert_eq!(states("q 0 0 0 1 k BT (a) Tj ET Q 0 0 9 9 re f").unwrap(), "q k BT over Tj ET Q re f");
        assert_eq!(states("0 0 0 1 k BT (a) Tj ET 0 0 9 9 re f").unwrap(), "k BT over Tj ET out re f");
    }
}
