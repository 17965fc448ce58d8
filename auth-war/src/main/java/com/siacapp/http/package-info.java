/** What all answers of this WAR have in common: headers, errors, parameters. It knows no OAuth rule. */
@NullMarked
package com.siacapp.http;

import org.jspecify.annotations.NullMarked;
