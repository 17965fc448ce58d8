/** What the tests of the MCP server share. */
@NullMarked
package com.siacapp;

import org.jspecify.annotations.NullMarked;
