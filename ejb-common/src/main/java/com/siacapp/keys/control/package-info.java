@NullMarked
package com.siacapp.keys.control;

import org.jspecify.annotations.NullMarked;
