/**
 * Who may call the MCP endpoint.
 *
 * <p>MicroProfile JWT asks for a token; it is verified in this process, by ejb-common, on each request, so that unknown
 * keys and revoked grants are refused at once. Whatever is wrong with a token, the answer is the same 401 with a challenge.
 */
@NullMarked
package com.siacapp.security;

import org.jspecify.annotations.NullMarked;
