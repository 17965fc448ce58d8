@NullMarked
package com.siacapp.account.control;

import org.jspecify.annotations.NullMarked;
