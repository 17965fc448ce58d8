/**
 * The Model Context Protocol without its transport: messages, versions, errors and the dispatch of methods.
 *
 * <p>The core is stateless and speaks 2026-07-28; older versions are an adapter around it. It knows neither HTTP types nor
 * the tools, resources and prompts it serves: those offer their methods to it.
 */
@NullMarked
package com.siacapp.protocol;

import org.jspecify.annotations.NullMarked;
