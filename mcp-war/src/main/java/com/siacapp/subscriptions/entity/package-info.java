@NullMarked
package com.siacapp.subscriptions.entity;

import org.jspecify.annotations.NullMarked;
