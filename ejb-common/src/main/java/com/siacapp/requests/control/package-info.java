@NullMarked
package com.siacapp.requests.control;

import org.jspecify.annotations.NullMarked;
