// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filetype/identification.h"

#include <QByteArrayView>
#include <QIODevice>

// What Assemblyline takes a file for: libmagic with its own signatures first; then, for texts and what nothing
// recognises, JSON and tables by reading them, its rules, and for 200 bytes and more its learned classifier.
namespace core::filetype {

class Classifier;

// `file` is open and can seek; its position is moved. Takes milliseconds, and a second for many megabytes that nothing
// recognises: not for the thread of the window.
// Without a classifier the program's own is asked.
Identification identify(QIODevice& file);
Identification identify(QIODevice& file, Classifier& classifier);
// The same for a whole file's bytes.
Identification identify(QByteArrayView bytes);
Identification identify(QByteArrayView bytes, Classifier& classifier);

} // namespace core::filetype
