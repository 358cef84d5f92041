// SPDX-License-Identifier: MIT
#include "facts/readers/page_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.h"
#include "facts/period.h"
#include "facts/readers/lines.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

// Lines that are boilerplate as a whole.
constexpr auto kBoilerplateLines = std::to_array<std::string_view>({
    "微信扫一扫",
    "支付宝扫一扫",
    "分享至",
    "分享到",
    "扫一扫分享",
    "打开app",
    "打开app阅读全文",
    "点击查看更多",
    "查看更多",
    "展开全文",
    "阅读全文",
    "点赞",
    "收藏",
    "转发",
    "举报",
    "评论",
    "返回顶部",
    "广告",
    "已关注",
    "关注",
    "登录",
    "注册",
    "上一页",
    "下一页",
    "advertisement",
    "share",
    "share this",
    "subscribe",
    "read more",
    "sign in",
    "log in",
    "back to top",
    "skip to content",
    "table of contents",
});

// Starts of lines that are boilerplate.
constexpr auto kBoilerplateStarts = std::to_array<std::string_view>({
    "声明:个人原创",
    "特别声明:",
    "免责声明:",
    "版权声明:",
    "本文来自投稿,",
    "责任编辑:",
    "(责任编辑:",
    "扫码关注",
    "长按识别二维码",
    "notice: the content above",
    "all rights reserved",
    "版权所有",
    "无障碍浏览",
    "copyright ©",
    "©",
    "we use cookies",
    "this site uses cookies",
    "this website uses cookies",
});

// Lines after which a list of other articles begins.
constexpr auto kEndsOfArticle = std::to_array<std::string_view>({
    "相关推荐",    "热点推荐",         "相关阅读",          "推荐阅读",
    "延伸阅读",    "猜你喜欢",         "热门文章",          "热门推荐",
    "相关文章",    "相关新闻",         "最新文章",          "为你推荐",
    "大家都在看",  "往期回顾",         "往期回顾 全部",     "往期推荐",
    "更多精彩",    "精彩推荐",         "全部评论",          "网友评论",
    "related",     "related articles", "related posts",     "related stories",
    "read next",   "more from",        "you may also like", "recommended for you",
    "recommended", "most read",        "most popular",      "trending",
    "comments",    "leave a comment",
});

constexpr auto kSpamWords = std::to_array<std::string_view>({
    "av",
    "无码",
    "色播",
    "激情",
    "成人",
    "久久",
    "精品国产",
    "国产精品",
    "亚洲中文字幕",
    "情色",
    "porn",
    "xxx",
    "casino",
    "viagra",
    "博彩",
    "澳门赌",
    "六合彩",
    "时时彩",
});

constexpr std::size_t kMinSpamPieces = 4;
constexpr std::size_t kMaxMarkerBytes = 60;
constexpr std::size_t kMinSentenceCharacters = 40;
constexpr std::size_t kMaxTitleColumns = 80;

template <std::size_t n>
bool starts_like_one_of(const std::array<std::string_view, n>& list, std::string_view line) {
  return std::any_of(list.begin(), list.end(),
                     [line](std::string_view start) { return line.starts_with(start); });
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos;
       at = text.find(what, at + what.size())) {
    ++found;
  }
  return found;
}

}  // namespace

bool is_boilerplate_line(std::string_view line) {
  if (line.size() > 4 * kMaxMarkerBytes) line = line.substr(0, 4 * kMaxMarkerBytes);
  const std::string lower = to_ascii_lower(line);
  return is_one_of(kBoilerplateLines, lower) || starts_like_one_of(kBoilerplateStarts, lower);
}

bool is_end_of_article(std::string_view line) {
  if (line.size() > kMaxMarkerBytes) return false;
  while (!line.empty() && (line.back() == ':' || line.back() == ' ')) line.remove_suffix(1);
  return is_one_of(kEndsOfArticle, to_ascii_lower(line));
}

bool is_bare_timestamp(std::string_view line) {
  if (line.empty() || line.size() > 40 || !is_ascii_digit(static_cast<unsigned char>(line[0]))) {
    return false;
  }
  const bool clock = line.find(':') != std::string_view::npos;
  if (!clock && !parse_day(line)) return false;
  return line.find_first_not_of("0123456789-/.: TZ+") == std::string_view::npos;
}

bool is_breadcrumb(std::string_view line) {
  return line.size() < 200 && (count(line, " > ") >= 2 || count(line, " » ") >= 2);
}

bool is_keyword_spam(std::string_view line) {
  if (ends_sentence(line)) return false;
  const std::string lower = to_ascii_lower(line);
  std::size_t spam = 0;
  std::size_t pieces = 0;
  for (std::size_t begin = 0; begin <= lower.size(); ++pieces) {
    const std::size_t end = std::min(lower.find(',', begin), lower.size());
    const std::string_view piece = std::string_view(lower).substr(begin, end - begin);
    const auto in_piece = [piece](std::string_view word) {
      return piece.find(word) != std::string_view::npos;
    };
    if (std::any_of(kSpamWords.begin(), kSpamWords.end(), in_piece)) ++spam;
    begin = end + 1;
  }
  return pieces >= kMinSpamPieces && 2 * spam >= pieces;
}

bool ends_sentence(std::string_view text) {
  // What closes a quotation or a parenthesis may follow the mark.
  while (!text.empty()) {
    const std::size_t last = previous(text, text.size());
    const std::string_view mark = text.substr(last);
    if (mark == "。" || mark == "." || mark == "!" || mark == "?" || mark == "…" || mark == ";") {
      return true;
    }
    if (mark != "”" && mark != "\"" && mark != "’" && mark != ")" && mark != "」" && mark != "』") {
      return false;
    }
    text = text.substr(0, last);
  }
  return false;
}

bool is_title_line(std::string_view line) {
  if (line.empty() || columns_of(line) > kMaxTitleColumns) return false;
  const std::size_t last = previous(line, line.size());
  constexpr std::string_view kOpenMarks = ".,:;、。";
  if (kOpenMarks.find(line.substr(last)) != std::string_view::npos) return false;
  return line.find(',') == std::string_view::npos || ends_sentence(line);
}

bool is_sentence_line(std::string_view line) {
  if (line.find("。") != std::string_view::npos) return true;
  return ends_sentence(line) && count_code_points(line) >= kMinSentenceCharacters;
}

}  // namespace assay
