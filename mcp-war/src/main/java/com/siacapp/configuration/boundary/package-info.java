/**
 * The settings of the MCP endpoint, looked at when it starts: a wrong one ends the start.
 */
@NullMarked
package com.siacapp.configuration.boundary;

import org.jspecify.annotations.NullMarked;
