// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace core {

// What went wrong, for logic and tests. People read Error::message.
enum class ErrorCode {
    Cancelled,
    NotFound,
    CannotRead,
    CannotWrite,
    TooLarge,
    NotAReport,
    BadArchive,
    BadJson,
    BadInput,
    NoLiteReport,
    Unsupported,
    Network,
    Timeout,
    Tls,
    Unauthorized,
    Disabled,
    Throttled,
    NotReady,
    Refused,
    BadAnswer,
    Database,
    Keychain,
};

// An error that crosses a function boundary: `message` is translated and says what to do, `detail` is the raw reason
// (a server's words, a library's text), never rich text.
struct Error {
    ErrorCode code;
    QString message;
    QString detail;

    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
using Result = std::expected<T, Error>;

} // namespace core
