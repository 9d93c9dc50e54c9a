// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/onnxruntime.h"

#include <QCoreApplication>

#ifdef CAPEWB_ONNXRUNTIME
#include <QLibrary>

#include <onnxruntime_c_api.h>

#include <array>
#include <iostream>
#include <mutex>
#endif

namespace core::filetype {

namespace {

[[maybe_unused]] std::unexpected<Error> fail(ErrorCode code, const QString& message, const QString& detail = {})
{
    return std::unexpected(Error{code, message, detail});
}

#ifdef CAPEWB_ONNXRUNTIME

// Every function used here is in this version of the API; any later library has it too.
constexpr std::uint32_t apiVersion = 12;

using BaseFunction = const OrtApiBase*(ORT_API_CALL*)();

// The library's functions; null where it is not installed. Loaded once, and never unloaded.
const OrtApi* findApi()
{
    QStringList names{QStringLiteral("libonnxruntime.so.1"), QStringLiteral("libonnxruntime.so")};
    // Debian's library carries its minor version in its name, and the name without it is in the package for building.
    for (int minor = 40; minor >= 12; --minor) {
        names << QStringLiteral("libonnxruntime.so.1.%1").arg(minor);
    }
    for (const QString& name : std::as_const(names)) {
        QLibrary library(name);
        library.setLoadHints(QLibrary::PreventUnloadHint);
        if (!library.load()) {
            continue;
        }
        const auto base = reinterpret_cast<BaseFunction>(library.resolve("OrtGetApiBase"));
        if (const OrtApi* found = base ? base()->GetApi(apiVersion) : nullptr) {
            return found;
        }
    }
    return nullptr;
}

const OrtApi* api()
{
    static const OrtApi* const found = findApi();
    return found;
}

// Debian's library registers the operators of ONNX twice, and says so of each on std::cerr.
class QuietErrors {
public:
    QuietErrors()
        : m_buffer(std::cerr.rdbuf(nullptr))
    {
    }
    ~QuietErrors() { std::cerr.rdbuf(m_buffer); }
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;

private:
    std::streambuf* m_buffer;
};

template <auto member>
struct Release {
    template <typename T>
    void operator()(T* pointer) const
    {
        (api()->*member)(pointer);
    }
};
template <typename T, auto member>
using Owned = std::unique_ptr<T, Release<member>>;

using Status = Owned<OrtStatus, &OrtApi::ReleaseStatus>;
using Tensor = Owned<OrtValue, &OrtApi::ReleaseValue>;

QString reasonOf(const Status& status)
{
    return QString::fromUtf8(api()->GetErrorMessage(status.get()));
}

std::unexpected<Error> notRun(const Status& status)
{
    return fail(ErrorCode::BadInput,
        QCoreApplication::translate("Classifier", "The classifier's model cannot be run."), reasonOf(status));
}

class Session : public OnnxModel {
public:
    Session(const char* input, const char* output)
        : m_input(input)
        , m_output(output)
    {
    }

    Result<void> load(QByteArrayView model)
    {
        Owned<OrtSessionOptions, &OrtApi::ReleaseSessionOptions> options;
        OrtSessionOptions* rawOptions = nullptr;
        OrtEnv* environment = nullptr;
        OrtSession* session = nullptr;
        OrtMemoryInfo* memory = nullptr;
        Status status(api()->CreateEnv(ORT_LOGGING_LEVEL_FATAL, "capewb", &environment));
        m_environment.reset(environment);
        if (!status) {
            status.reset(api()->DisableTelemetryEvents(environment));
        }
        if (!status) {
            status.reset(api()->CreateSessionOptions(&rawOptions));
            options.reset(rawOptions);
        }
        if (!status) {
            status.reset(api()->SetIntraOpNumThreads(rawOptions, 1));
        }
        if (!status) {
            status.reset(api()->CreateSessionFromArray(
                environment, model.data(), std::size_t(model.size()), rawOptions, &session));
            m_session.reset(session);
        }
        if (!status) {
            status.reset(api()->CreateCpuMemoryInfo(OrtArenaAllocator, OrtMemTypeDefault, &memory));
            m_memory.reset(memory);
        }
        return status ? Result<void>(notRun(status)) : Result<void>();
    }

    Result<std::vector<float>> run(std::span<const std::int32_t> row) const override
    {
        const std::array<std::int64_t, 2> shape{1, std::int64_t(row.size())};
        OrtValue* rawInput = nullptr;
        // The library only reads it.
        Status status(api()->CreateTensorWithDataAsOrtValue(m_memory.get(), const_cast<std::int32_t*>(row.data()),
            row.size_bytes(), shape.data(), shape.size(), ONNX_TENSOR_ELEMENT_DATA_TYPE_INT32, &rawInput));
        const Tensor input(rawInput);
        OrtValue* rawOutput = nullptr;
        if (!status) {
            const OrtValue* inputs[] = {rawInput};
            status.reset(api()->Run(m_session.get(), nullptr, &m_input, inputs, 1, &m_output, 1, &rawOutput));
        }
        const Tensor output(rawOutput);
        return status ? Result<std::vector<float>>(notRun(status)) : numbersOf(rawOutput);
    }

private:
    static Result<std::vector<float>> numbersOf(OrtValue* tensor)
    {
        OrtTensorTypeAndShapeInfo* rawInfo = nullptr;
        Status status(api()->GetTensorTypeAndShape(tensor, &rawInfo));
        const Owned<OrtTensorTypeAndShapeInfo, &OrtApi::ReleaseTensorTypeAndShapeInfo> info(rawInfo);
        std::size_t count = 0;
        ONNXTensorElementDataType type = ONNX_TENSOR_ELEMENT_DATA_TYPE_UNDEFINED;
        void* data = nullptr;
        if (!status) {
            status.reset(api()->GetTensorShapeElementCount(rawInfo, &count));
        }
        if (!status) {
            status.reset(api()->GetTensorElementType(rawInfo, &type));
        }
        if (!status) {
            status.reset(api()->GetTensorMutableData(tensor, &data));
        }
        if (status) {
            return notRun(status);
        }
        if (type != ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT) {
            return std::vector<float>();
        }
        const auto* numbers = static_cast<const float*>(data);
        return std::vector<float>(numbers, numbers + count);
    }

    const char* m_input;
    const char* m_output;
    Owned<OrtEnv, &OrtApi::ReleaseEnv> m_environment;
    Owned<OrtSession, &OrtApi::ReleaseSession> m_session;
    Owned<OrtMemoryInfo, &OrtApi::ReleaseMemoryInfo> m_memory;
};

#endif

} // namespace

#ifdef CAPEWB_ONNXRUNTIME

Result<std::unique_ptr<OnnxModel>> OnnxModel::open(QByteArrayView model, const char* input, const char* output)
{
    static std::mutex mutex;
    const std::scoped_lock lock(mutex);
    const QuietErrors quiet;
    if (!api()) {
        return fail(ErrorCode::Unsupported, QCoreApplication::translate("Classifier", "ONNX Runtime is not installed."));
    }
    auto session = std::make_unique<Session>(input, output);
    if (auto loaded = session->load(model); !loaded) {
        return std::unexpected(std::move(loaded.error()));
    }
    return session;
}

#else

Result<std::unique_ptr<OnnxModel>> OnnxModel::open(QByteArrayView, const char*, const char*)
{
    return fail(ErrorCode::Unsupported,
        QCoreApplication::translate("Classifier", "This program was built without ONNX Runtime."));
}

#endif

} // namespace core::filetype
