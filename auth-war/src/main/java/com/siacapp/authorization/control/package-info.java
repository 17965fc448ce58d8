@NullMarked
package com.siacapp.authorization.control;

import org.jspecify.annotations.NullMarked;
