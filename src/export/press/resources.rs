//! Streams, and the resources of pages and of drawings inside them.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

/// A stream, packed.
pub(super) fn compressed(dict: Dictionary, content: Vec<u8>) -> Stream {
    let mut stream = Stream::new(dict, content);
    // What can't be packed stays as it is.
    let _ = stream.compress();
    stream
}

/// The drawings that pages show.
pub(super) fn drawings(document: &Document) -> Vec<ObjectId> {
    let is_form = |object: &Object| {
        let subtype = object.as_stream().and_then(|stream| stream.dict.get(b"Subtype")).and_then(Object::as_name);
        subtype.is_ok_and(|name| name == b"Form")
    };
    document.objects.iter().filter(|(_, object)| is_form(object)).map(|(id, _)| *id).collect()
}

/// Adds resources of a kind, as `ExtGState`, to those of a page or a drawing. Several may share
/// theirs: each gets its own.
pub(super) fn add(
    document: &mut Document,
    owner: ObjectId,
    kind: &str,
    added: &[(&str, ObjectId)],
) -> Result<(), lopdf::Error> {
    let mut resources = part(document, dictionary(document.get_object(owner)?)?, "Resources")?;
    let mut own = part(document, &resources, kind)?;
    for (name, object) in added {
        own.set(*name, *object);
    }
    resources.set(kind, own);
    match document.get_object_mut(owner)? {
        Object::Stream(stream) => stream.dict.set("Resources", resources),
        other => other.as_dict_mut()?.set("Resources", resources),
    }
    Ok(())
}

fn dictionary(object: &Object) -> Result<&Dictionary, lopdf::Error> {
    match object {
        Object::Stream(stream) => Ok(&stream.dict),
        other => other.as_dict(),
    }
}

/// A copy of a dictionary in another one; an empty one where there is none.
fn part(document: &Document, of: &Dictionary, key: &str) -> Result<Dictionary, lopdf::Error> {
    match of.get(key.as_bytes()) {
        Ok(own) => Ok(document.dereference(own)?.1.as_dict()?.clone()),
        Err(_) => Ok(Dictionary::new()),
    }
}
