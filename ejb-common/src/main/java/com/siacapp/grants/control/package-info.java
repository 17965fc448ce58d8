@NullMarked
package com.siacapp.grants.control;

import org.jspecify.annotations.NullMarked;
