//! An issue of the newsletter as the contract has it.

use super::contract;
use super::convert::Converter;
use crate::report::{Article, Issue, Report, WholeIssue};

impl Converter<'_> {
    pub(super) fn issue(&self, whole: &WholeIssue) -> contract::Issue {
        let issue = &whole.issue;
        contract::Issue {
            slug: issue.head.slug.value.clone(),
            name: self.newsletter_name(),
            number: issue.head.number.as_ref().map(|number| self.shown(&number.value)),
            date: self.date(issue.head.date.value, issue.head.hijri.as_ref()),
            title: issue.title.as_ref().map(|title| self.inline(&title.value)),
            editorial: self.editorial(issue),
            articles: issue
                .articles
                .iter()
                .zip(&whole.reports)
                .map(|(own, report)| self.article(own, report))
                .collect(),
            colophon: self.proses(&issue.colophon),
        }
    }

    /// The words across the first page: the newsletter's name, else the office's, else the word
    /// itself.
    fn newsletter_name(&self) -> contract::Inline {
        let own = self.workspace.editions.newsletter_name.as_ref();
        let name = own.or_else(|| self.workspace.office.as_ref().map(|office| &office.name));
        let text = name.map_or_else(|| self.shown(crate::words::page::NEWSLETTER), |name| self.shown(&name.value));
        vec![contract::Node::Text { text }]
    }

    fn editorial(&self, issue: &Issue) -> Option<contract::Editorial> {
        let editorial = issue.editorial.as_ref()?;
        Some(contract::Editorial {
            title: self.headline(&editorial.title.value),
            paragraphs: self.proses(&editorial.text),
            signature: editorial.signature.as_ref().map(|signature| self.signature(signature)),
        })
    }

    fn article(&self, article: &Article, report: &Report) -> contract::Article {
        let headline = article.headline.as_ref().unwrap_or(&report.title);
        contract::Article {
            place: article.place.name(),
            weight: article.weight,
            kicker: article.kicker.as_ref().map(|kicker| self.inline(&kicker.value)),
            headline: self.headline(&headline.value),
            summary: report.brief().map(|summary| self.prose(&summary.value)),
            report: self.report(report),
        }
    }
}
