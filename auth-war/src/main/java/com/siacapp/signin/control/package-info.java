@NullMarked
package com.siacapp.signin.control;

import org.jspecify.annotations.NullMarked;
