// SPDX-License-Identifier: MIT
#pragma once
/// What web pages say around an article: the words by which a line is known to be no content. All
/// functions take folded text (simplified, half width) without white space at its ends.

#include <string_view>

namespace assay {

/// A line that stands on pages and says nothing: "分享至", "scan this code", "Advertisement".
[[nodiscard]] bool is_boilerplate_line(std::string_view line);

/// A line after which a page no longer speaks of its subject: "相关推荐", "Related articles", a
/// platform's notice. `headline` is what a page shows; whole lines are compared, or their starts.
[[nodiscard]] bool is_end_of_article(std::string_view line);

/// Nothing but a date, a time, or both: "2026-02-23 12:35:50", "12:35".
[[nodiscard]] bool is_bare_timestamp(std::string_view line);

/// "Home > News > Text": where a page stands in its site.
[[nodiscard]] bool is_breadcrumb(std::string_view line);

/// A list of search words for another kind of page, put into a page by whoever broke into it.
[[nodiscard]] bool is_keyword_spam(std::string_view line);

/// Whether a line holds a sentence: it has a full stop, or ends like one and is not short.
[[nodiscard]] bool is_sentence_line(std::string_view line);

/// A short line without a mark at its end: a title, if a sentence follows it.
[[nodiscard]] bool is_title_line(std::string_view line);

/// Whether text ends with a mark that closes a sentence or a quotation of one.
[[nodiscard]] bool ends_sentence(std::string_view text);

}  // namespace assay
