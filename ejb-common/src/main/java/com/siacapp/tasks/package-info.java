/**
 * Work that goes on after its request was answered, and the handle its client comes back with (MCP extension {@code
 * io.modelcontextprotocol/tasks}).
 *
 * <p>A task belongs to one person and one app, and is nobody else's. The node that works on it holds it for a while, again
 * and again; what no node holds any more has failed, because what it did so far is not known and must not be done twice. It
 * knows requests, results and questions as JSON only: what they mean is the protocol's.
 */
@NullMarked
package com.siacapp.tasks;

import org.jspecify.annotations.NullMarked;
