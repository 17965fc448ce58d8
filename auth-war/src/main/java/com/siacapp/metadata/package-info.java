/** The documents under /.well-known, the key set, and nothing that needs a caller. */
@NullMarked
package com.siacapp.metadata;

import org.jspecify.annotations.NullMarked;
