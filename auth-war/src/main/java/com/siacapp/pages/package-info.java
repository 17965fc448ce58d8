/**
 * What people see of the authorization server: sign-in, consent, errors and the front page, in Spanish and English.
 *
 * <p>A page is a record with everything its template shows; the endpoints fill it and never write HTML. Pages need no
 * script and no inline style, so the content security policy can forbid both. Names chosen by others (apps, people) are
 * escaped, shortened and kept in one line.
 */
@NullMarked
package com.siacapp.pages;

import org.jspecify.annotations.NullMarked;
