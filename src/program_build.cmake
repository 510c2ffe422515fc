# Writes a source file with a hash of the sources that decide what a record says:
#   cmake -DROOT=<src> -DVERSION=<version> -DOUTPUT=<file.cpp> -P program_build.cmake
include(${CMAKE_CURRENT_LIST_DIR}/record_sources.cmake)
stemma_record_sources(files ${ROOT})
set(all "${VERSION}\n")
foreach(file ${files})
  file(RELATIVE_PATH name ${ROOT} ${file})
  file(SHA256 ${file} hash)
  string(APPEND all "${name} ${hash}\n")
endforeach()
string(SHA256 build "${all}")
string(SUBSTRING ${build} 0 32 build)
file(WRITE ${OUTPUT} "#include \"pipeline/program_build.hpp\"\n
namespace stemma::pipeline {\n
std::string_view program_build() { return \"${build}\"; }\n
} // namespace stemma::pipeline\n")
