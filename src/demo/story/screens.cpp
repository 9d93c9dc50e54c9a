// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/screens.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace demo::story {

std::vector<QByteArray> screenshots()
{
    std::vector<QByteArray> shots;
    for (int number = 1;; ++number) {
        QFile file(u":/demo/shots/%1.jpg"_s.arg(number, 4, 10, '0'_L1));
        if (!file.open(QIODevice::ReadOnly)) {
            return shots;
        }
        shots.push_back(file.readAll());
    }
}

} // namespace demo::story
