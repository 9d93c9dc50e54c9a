# SPDX-License-Identifier: GPL-3.0-or-later
# ccache and mold shorten a rebuild; neither is needed.
find_program(CAPEWB_CCACHE ccache)
if(CAPEWB_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers hit the cache only with these two relaxations.
    # The base folder lets one clone use what another has compiled.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros ${CAPEWB_CCACHE})
endif()
find_program(CAPEWB_MOLD mold)
if(CAPEWB_MOLD)
    add_link_options(-fuse-ld=mold)
endif()
