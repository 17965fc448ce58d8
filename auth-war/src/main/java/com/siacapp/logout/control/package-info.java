@NullMarked
package com.siacapp.logout.control;

import org.jspecify.annotations.NullMarked;
