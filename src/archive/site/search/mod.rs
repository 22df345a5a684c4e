//! Search in the browser: its page, and an index in small files that a page without a server can
//! load by `<script src>`.

mod index;
mod page;

pub(super) use self::index::Index;
pub(super) use self::page::page;
