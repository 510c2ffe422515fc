# What a Debian package wants otherwise than `cmake --install`: manual pages and the changelog compressed, and one file
# for all licences. cpack runs this on the tree that it is about to pack.
find_program(gzip gzip REQUIRED)
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share)
file(WRITE ${root}/doc/stemma/changelog
     "stemma (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium\n\n  * CHANGELOG.md of the sources says what is new.\n\n"
     " -- ${CPACK_PACKAGE_CONTACT}  Sun, 22 Nov 2026 00:00:00 +0000\n")
file(COPY ${CMAKE_CURRENT_LIST_DIR}/copyright DESTINATION ${root}/doc/stemma)
file(CHMOD ${root}/doc/stemma/copyright ${root}/doc/stemma/changelog
     FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
file(REMOVE ${root}/doc/stemma/LICENSE)
file(GLOB pages ${root}/man/man1/*.1)
execute_process(COMMAND ${gzip} -9nf ${pages} ${root}/doc/stemma/changelog COMMAND_ERROR_IS_FATAL ANY)
