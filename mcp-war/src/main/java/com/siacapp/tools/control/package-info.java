@NullMarked
package com.siacapp.tools.control;

import org.jspecify.annotations.NullMarked;
