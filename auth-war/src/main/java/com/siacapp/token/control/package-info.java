@NullMarked
package com.siacapp.token.control;

import org.jspecify.annotations.NullMarked;
