@NullMarked
package com.siacapp.browser.control;

import org.jspecify.annotations.NullMarked;
