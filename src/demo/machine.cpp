// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/machine.h"

using namespace Qt::StringLiterals;

namespace demo {

QList<Machine> defaultMachines()
{
    return {
        {1, u"win10x64"_s, u"192.0.2.105"_s, u"windows"_s, {u"x64"_s, u"office2019"_s, u"win10"_s}},
        {2, u"ub20x64"_s, u"192.0.2.106"_s, u"linux"_s, {u"x64"_s, u"ubuntu"_s}},
    };
}

} // namespace demo
