# SPDX-License-Identifier: GPL-3.0-or-later
# Every target of the project links capewb_flags; no other place sets compile flags.
add_library(capewb_flags INTERFACE)
target_compile_features(capewb_flags INTERFACE cxx_std_23)
target_compile_options(capewb_flags INTERFACE -Wall -Wextra -Wpedantic)
target_compile_definitions(capewb_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CONTEXTLESS_CONNECT
    QT_NO_FOREACH QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_UP_TO=0x060800
    CAPEWB_VERSION="${PROJECT_VERSION}")
if(CAPEWB_WERROR)
    # GCC 14 sees these in the optimised insides of std::variant and std::string, where they are not.
    target_compile_options(capewb_flags INTERFACE -Werror -Wno-error=array-bounds -Wno-error=maybe-uninitialized
        -Wno-error=stringop-overflow -Wno-error=stringop-overread -Wno-error=restrict -Wno-error=free-nonheap-object)
endif()
if(CAPEWB_SANITIZE)
    target_compile_options(capewb_flags INTERFACE -fsanitize=${CAPEWB_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(capewb_flags INTERFACE -fsanitize=${CAPEWB_SANITIZE})
else()
    target_compile_options(capewb_flags INTERFACE $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3>)
endif()
target_compile_definitions(capewb_flags INTERFACE _GLIBCXX_ASSERTIONS)

# capewb_library(NAME LINK...): a static library of every source below the current folder, under src/ as include root.
function(capewb_library name)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h)
    list(FILTER sources EXCLUDE REGEX "/tablegen/") # a program of its own
    add_library(${name} STATIC ${sources})
    # A source that is new to the glob must wake automoc, whose own record knows only the sources of its last run.
    set_target_properties(${name} PROPERTIES AUTOMOC ON AUTOGEN_TARGET_DEPENDS "${sources}" OUTPUT_NAME capewb_${name})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${name} PUBLIC ${ARGN} PRIVATE capewb_flags)
endfunction()
