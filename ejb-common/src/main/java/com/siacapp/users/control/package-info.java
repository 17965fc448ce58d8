@NullMarked
package com.siacapp.users.control;

import org.jspecify.annotations.NullMarked;
