// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/exchange.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

using core::json::Value;

void write(std::string& out, const Value& value);

void writeObject(std::string& out, const core::json::Object& object)
{
    out += '{';
    bool first = true;
    for (const auto& [key, member] : object) {
        if (!std::exchange(first, false)) {
            out += ',';
        }
        core::json::dumpString(out, key);
        out += ':';
        write(out, member);
    }
    out += '}';
}

void writeArray(std::string& out, const core::json::Array& array)
{
    out += '[';
    bool first = true;
    for (const Value& item : array) {
        if (!std::exchange(first, false)) {
            out += ',';
        }
        write(out, item);
    }
    out += ']';
}

void write(std::string& out, const Value& value)
{
    if (value.isObject()) {
        writeObject(out, value.toObject());
    } else if (value.isArray()) {
        writeArray(out, value.toArray());
    } else {
        core::json::dumpTo(out, value);
    }
}

} // namespace

QByteArray compactJson(const Value& value)
{
    std::string out;
    write(out, value);
    return QByteArray::fromStdString(out);
}

Answer jsonAnswer(const Value& value, int status)
{
    Answer answer;
    answer.status = status;
    answer.body = compactJson(value);
    return answer;
}

Answer failure(const QString& text, int status)
{
    return jsonAnswer(core::json::Object{{"error", true}, {"error_value", text.toStdString()}}, status);
}

Answer detail(int status, const QString& text)
{
    return jsonAnswer(core::json::Object{{"detail", text.toStdString()}}, status);
}

Answer htmlPage(int status, const QString& title, const QString& line)
{
    static const QString page
        = u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
          "  <meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\">\n  <title>%1</title>\n</head>\n"
          "<body>\n<h1>%1</h1>\n<p>%2</p>\n</body>\n</html>\n"_s;
    Answer answer;
    answer.status = status;
    answer.contentType = "text/html; charset=utf-8";
    answer.body = page.arg(title.toHtmlEscaped(), line.toHtmlEscaped()).toUtf8();
    return answer;
}

} // namespace demo
