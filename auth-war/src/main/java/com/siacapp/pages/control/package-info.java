@NullMarked
package com.siacapp.pages.control;

import org.jspecify.annotations.NullMarked;
