@NullMarked
package com.siacapp.users.boundary;

import org.jspecify.annotations.NullMarked;
