/**
 * What an operator sees of requests to the authorization server and its pages: an id, a line in the log, a number, a span.
 *
 * <p>They name the template of the address, never the address: codes, states, one-time links and e-mail addresses are in
 * paths and queries. Every label has a known set of values.
 */
@NullMarked
package com.siacapp.observability;

import org.jspecify.annotations.NullMarked;
