/**
 * What is seen of requests from the outside: a span, a duration by method, tool and outcome, and a line in the log.
 *
 * <p>None of them holds an argument, a result, a token, a name or an e-mail. Names become labels only if they are ours: of
 * the protocol's methods, of declared tools and prompts; whatever else a caller writes is one label, so that nobody can
 * make series without end.
 */
@NullMarked
package com.siacapp.observability;

import org.jspecify.annotations.NullMarked;
