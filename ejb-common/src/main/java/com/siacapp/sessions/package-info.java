/**
 * What the server remembers of older MCP clients that it must be able to ask or to tell something: their sessions, the
 * questions that wait for their answer, and what they subscribed to. Every row belongs to a session and goes with it.
 *
 * <p>Nothing here knows the protocol, and nothing here is worth anything after a crash: a client that is told its session
 * is gone begins anew. Questions are not stored, only that they were asked; an answer is stored until the call that waits
 * for it takes it.
 */
@NullMarked
package com.siacapp.sessions;

import org.jspecify.annotations.NullMarked;
