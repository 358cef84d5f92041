// SPDX-License-Identifier: MIT
#include <csignal>
#include <iostream>
#include <new>

#include "cli/arguments.h"
#include "cli/diagnostics.h"

#ifdef __GLIBC__  // which the headers above say
#include <malloc.h>
#endif

int main(int argc, char** argv) {
#ifdef __GLIBC__
  // Large blocks come from the heap, where the next one finds pages that are there already: new pages
  // are a third of the time that a short run takes.
  mallopt(M_MMAP_THRESHOLD, 64 * 1024 * 1024);
#endif
  // A reader who leaves early (`| head`) shows as a failed write, which Output knows how to take.
  std::signal(SIGPIPE, SIG_IGN);
  assay::ExitStatus status = assay::ExitStatus::Failure;
  try {
    const assay::Invocation invocation = assay::read_arguments(argc, argv);
    status = invocation.status;
    if (invocation.command != nullptr) {
      assay::set_up_diagnostics(invocation.options);
      status = invocation.command->run(invocation.options);
    }
  } catch (const std::bad_alloc&) {
    std::cerr << "assay: error: out of memory\n";
  } catch (const std::exception& error) {
    std::cerr << "assay: error: " << error.what() << "\n";
  }
  return static_cast<int>(status);
}
