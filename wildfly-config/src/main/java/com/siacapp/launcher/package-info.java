/**
 * Runs the product from its build: a database, the server, and what to do next. Every refusal is one sentence and an exit
 * code, and nothing is left running.
 */
@NullMarked
package com.siacapp.launcher;

import org.jspecify.annotations.NullMarked;
