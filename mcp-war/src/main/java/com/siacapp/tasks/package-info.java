/**
 * The tasks extension: calls that go on in the background, {@code tasks/get}, {@code tasks/update} and {@code tasks/cancel}
 * (MCP extension {@code io.modelcontextprotocol/tasks}, SEP-2663).
 *
 * <p>A tool says when it becomes one ({@code CallContext.continueAsTask}). It is then invoked again from its start on a
 * thread of its own, and again with each answer; the state between is in the database. Nobody may see or end another one's.
 */
@NullMarked
package com.siacapp.tasks;

import org.jspecify.annotations.NullMarked;
