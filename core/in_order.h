// SPDX-License-Identifier: MIT
#pragma once
/// Work on several threads with results in the order of the input and bounded memory: no more than
/// a few items a thread are under way, however slow the first of them is.

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace assay {

/// The threads and the queue of one call of in_order().
template <class Next, class Work>
class OrderedWork {
 public:
  using Item = typename std::invoke_result_t<Next&>::value_type;
  using Value = std::invoke_result_t<Work&, Item&&>;

  OrderedWork(std::size_t jobs, Next& next, Work& work)
      : next_(next), work_(work), window_(4 * jobs) {
    for (std::size_t i = 0; i < jobs; ++i) threads_.emplace_back([this] { run(); });
  }
  OrderedWork(const OrderedWork&) = delete;
  OrderedWork& operator=(const OrderedWork&) = delete;
  ~OrderedWork() {
    stop(nullptr);
    for (std::thread& thread : threads_) thread.join();
  }

  /// The next result, waited for; absent after the last. Throws what `next` or `work` has thrown.
  std::optional<Value> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(
        lock, [&] { return failure_ || done_.contains(taken_) || (ended_ && taken_ == pulled_); });
    if (failure_) std::rethrow_exception(failure_);
    const auto found = done_.find(taken_);
    if (found == done_.end()) return std::nullopt;
    Value value = std::move(found->second);
    done_.erase(found);
    ++taken_;
    changed_.notify_all();
    return value;
  }

  /// Would take() have to wait?
  [[nodiscard]] bool idle() {
    const std::lock_guard lock(mutex_);
    return !done_.contains(taken_);
  }

 private:
  void run() {
    try {
      std::size_t index = 0;
      while (std::optional<Item> item = pull(index)) {
        Value value = work_(std::move(*item));
        const std::lock_guard lock(mutex_);
        done_.emplace(index, std::move(value));
        changed_.notify_all();
      }
    } catch (...) {
      stop(std::current_exception());
    }
  }

  /// One thread at a time waits for room and fetches; it may well wait for input in `next_`, so the
  /// results' own lock is not held meanwhile.
  std::optional<Item> pull(std::size_t& index) {
    const std::lock_guard turn(pulling_);
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return ended_ || pulled_ - taken_ < window_; });
      if (ended_) return std::nullopt;
    }
    std::optional<Item> item = next_();
    const std::lock_guard lock(mutex_);
    if (item && !ended_) {
      index = pulled_++;
      return item;
    }
    ended_ = true;
    changed_.notify_all();
    return std::nullopt;
  }

  void stop(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    if (failure && !failure_) failure_ = std::move(failure);
    changed_.notify_all();
  }

  Next& next_;
  Work& work_;
  std::size_t window_;
  std::mutex pulling_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, Value> done_;
  std::size_t pulled_ = 0;
  std::size_t taken_ = 0;
  bool ended_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

/// How many threads run at once on this machine, at least 1.
[[nodiscard]] inline std::size_t hardware_threads() {
  return std::max(1U, std::thread::hardware_concurrency());
}

/// Fetches items with `next` (one thread at a time) until it has none, turns each into a value with
/// `work` on `jobs` threads, and hands the values to `consume` on this thread in the order of the
/// items. `consume(value, idle)` hears whether the next value is still to be waited for (the moment
/// to flush), and ends it all by returning false. Precondition: jobs > 0.
template <class Next, class Work, class Consume>
void in_order(std::size_t jobs, Next next, Work work, Consume consume) {
  OrderedWork<Next, Work> ordered(jobs, next, work);
  while (auto value = ordered.take()) {
    if (!consume(std::move(*value), ordered.idle())) return;
  }
}

}  // namespace assay
