// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datalock.h"

namespace net {
class AssemblylineStore;
class CredentialStore;
class ProfileStore;
class TaskQueue;
} // namespace net

namespace ui {

class CaseStore;

// What the window works on. All of them outlive it.
struct Backend {
    net::ProfileStore& profiles;
    net::CredentialStore& credentials;
    net::TaskQueue& queue;
    net::AssemblylineStore& assemblylines;
    CaseStore& cases;
    core::Access access = core::Access::ReadWrite; // to all of them: ReadOnly beside a program that works on them
};

} // namespace ui
