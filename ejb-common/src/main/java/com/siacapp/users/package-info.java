/** The people of a tenant: who they are, how they prove it, what their role lets them do. */
@NullMarked
package com.siacapp.users;

import org.jspecify.annotations.NullMarked;
