#include "language/kernels.hpp"

#include "model/error.hpp"

namespace stemma::language {

namespace {

#if defined(__x86_64__)
bool runs_avx2() { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
bool runs_avx512() { return runs_avx2() && __builtin_cpu_supports("avx512f"); }
#else
bool runs_avx2() { return false; }
bool runs_avx512() { return false; }
const Kernels& unavailable() { throw Error("this program was built for another kind of processor"); }
#endif

} // namespace

#if !defined(__x86_64__)
const Kernels& avx2_kernels() { return unavailable(); }
const Kernels& avx512_kernels() { return unavailable(); }
#endif

const Kernels& require_kernels(InstructionSet level) {
  const char* const hint = "leave the choice of instructions to the program";
  switch (level) {
  case InstructionSet::best:
    return runs_avx512() ? avx512_kernels() : runs_avx2() ? avx2_kernels() : baseline_kernels();
  case InstructionSet::avx512:
    if (!runs_avx512()) throw Error("this processor has no AVX-512", hint);
    return avx512_kernels();
  case InstructionSet::avx2:
    if (!runs_avx2()) throw Error("this processor has no AVX2", hint);
    return avx2_kernels();
  case InstructionSet::baseline: break;
  }
  return baseline_kernels();
}

} // namespace stemma::language
