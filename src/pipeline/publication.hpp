#pragma once
// The folder OUT of a build, all or nothing: at every moment, whatever happens, it is the old one or the new one.
//
//   .OUT.stemma-lock   held while a run works on OUT
//   .OUT.stemma-new    where the new folder is built, beside OUT and so on the same file system
//   .OUT.stemma-journal  the records of a run that takes over earlier ones, until a run is at its end
//   .OUT.stemma-old    the old folder, only where the file system cannot exchange two folders in one step
//
// What a crash leaves of these is put right by the next run: a folder without a whole manifest was never finished and
// goes; an old folder set aside comes back when OUT is gone. What cannot be removed, since it is another user's, is
// told and stays; a later run takes a name with "-2" for its own. Files and folders in OUT that the program did not
// write stay in OUT; where the new result needs the name of one, it is refused and OUT is left as it was.

#include "model/diagnostic.hpp"
#include "pipeline/disk.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace stemma::pipeline {

inline constexpr const char* manifest_name = "manifest.json";

class Publication {
public:
  // Takes the lock, puts right what a crash left, and makes an empty staging folder. Throws Error (nothing is touched)
  // when OUT is something else than absent, an empty folder or a folder with our manifest, when it is a mount point, or
  // when another run holds it.
  Publication(const std::filesystem::path& out, Disk& disk);
  // Removes the staging folder when publish() was not reached.
  ~Publication();
  Publication(const Publication&) = delete;
  Publication& operator=(const Publication&) = delete;

  const std::filesystem::path& staging() const; // files are created here, through the disk
  const std::filesystem::path& out() const;     // absolute, without links
  std::filesystem::path journal() const;        // beside OUT; publish() removes it

  // `manifest`: the text of manifest.json; it names the files of the folder. Writes it, syncs, exchanges. Afterwards
  // OUT is the new folder. Throws Error, and OUT is as it was, where a file that is not ours has the name of a new one.
  void publish(const std::string& manifest);
  // Names of what the program did not write and left in OUT, known after publish().
  const std::vector<std::string>& kept() const;
  // Of earlier results that could not be removed, with their places; whole after publish().
  const std::vector<Diagnostic>& left() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace stemma::pipeline
