/**
 * The pages for people who are signed in: their account, their company's administration, the installation's operation.
 *
 * <p>{@code boundary.ConsoleGate} decides who may come to which address, for all of them at once; an address one may not
 * use looks like one that does not exist. A form posts, changes and redirects; what happened is one sentence on the page
 * that follows.
 */
@NullMarked
package com.siacapp.console;

import org.jspecify.annotations.NullMarked;
