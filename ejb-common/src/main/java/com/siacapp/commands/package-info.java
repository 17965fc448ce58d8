/**
 * What operators command on the command line of an installation whose servers run. The launcher writes a row, one node does
 * what it says by the same rules as the pages, and writes what became of it; the launcher reads that. Whoever may write to
 * the database may command (decision 38), so nobody is asked who they are, and every line of the audit log says so.
 */
@NullMarked
package com.siacapp.commands;

import org.jspecify.annotations.NullMarked;
